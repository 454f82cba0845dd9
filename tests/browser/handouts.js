// Opens handouts in Chromium: accessibility, what is clipped, what is fetched, and whether each sheet is one page of paper.
//
// SCIATICA names the program (else the newest of target/debug and target/release), CHROMIUM the browser.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PROFILES = { nobody: [], pregnancy: ["--pregnant"], "blood thinners": ["--with", "blood-thinners"] };
const SUBJECTS = {
  "every entry": ["points", "stretches", "techniques"].flatMap(codes),
  "GB30 BL40 cat-cow": ["GB30", "BL40", "cat-cow"],
  "routine desk": ["desk"],
};
const SIZES = { normal: [], large: ["--large"] };

// The short page: how many sheets each may take in normal print. In large print each entry has one, behind what all share.
const AT_HAND = {
  "one point": [["GB30"], 1],
  "two points and a stretch": [["GB30", "BL40", "cat-cow"], 1],
  "three stretches": [["cat-cow", "knee-to-chest", "figure-four-seated"], 1],
  "routine desk": [["desk"], 2],
  "routine evening": [["evening"], 2],
  "routine back-and-leg": [["back-and-leg"], 2],
};
// Smaller than this, in millimetres, no entry is drawn: the longer side of a picture, or of poses that stand together.
const SMALLEST_DRAWING = 50;

// What fits between the margins of each paper, at 96 dots an inch.
const PAPERS = {
  whole: [["A4", 657, 1031], ["Letter", 679, 965]],
  short: [["A4", 725, 1069], ["Letter", 747, 1003]],
};

// Columns of a narrow phone, of a tablet and of a desk.
const WIDTHS = [320, 768, 1280];

function program() {
  if (process.env.SCIATICA) return resolve(process.env.SCIATICA);
  const target = process.env.CARGO_TARGET_DIR ?? join(here, "..", "..", "target");
  const built = ["debug", "release"].map((profile) => join(target, profile, "sciatica")).filter(existsSync);
  if (built.length === 0) throw new Error("build the program first, or name it in SCIATICA");
  return built.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
}

/** The codes or ids that a list has, as a pipe gets it: level, code, name, ... */
function codes(list) {
  const lines = execFileSync(program(), [list], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return lines.trim().split("\n").map((line) => line.split("\t")[1]);
}

/** A list in parts of so many. */
function inParts(list, many) {
  return list.length === 0 ? [] : [list.slice(0, many), ...inParts(list.slice(many), many)];
}

/** Writes a handout; 3 says that how to do something was withheld, which is an answer. */
function write(file, words) {
  try {
    // Whoever runs this may keep a profile of their own: it is not to be on the page.
    const options = { env: { ...process.env, XDG_CONFIG_HOME: join(here, "nowhere") }, stdio: ["ignore", "pipe", "pipe"] };
    execFileSync(program(), ["handout", ...words, "--output", file], options);
  } catch (error) {
    if (error.status !== 3) throw new Error(`handout ${words.join(" ")}: ${error.status}: ${error.stderr}`);
  }
}

/** Entries that take more than one sheet. Runs in the page. */
function ofManySheets() {
  const many = [...document.querySelectorAll("article")].filter((entry) => entry.querySelectorAll(".sheet").length > 1);
  return many.map((entry) => entry.querySelector("h2").textContent);
}

/** Elements whose text goes beyond them, and pictures beyond whose edge a label goes. Runs in the page. */
function clipped() {
  const found = [];
  for (const element of document.querySelectorAll("body, body *")) {
    if (element instanceof SVGElement) continue;
    if (getComputedStyle(element).display === "inline") continue;
    if (element.scrollWidth > element.clientWidth) {
      found.push(`<${element.localName}> ${element.scrollWidth} > ${element.clientWidth}: ${element.textContent.slice(0, 60)}`);
    }
  }
  for (const svg of document.querySelectorAll("svg")) {
    const view = svg.viewBox.baseVal;
    for (const part of svg.querySelectorAll("text, path, circle, line")) {
      const box = part.getBBox();
      const inside =
        box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height;
      if (!inside) found.push(`<${part.localName}> leaves its picture: ${part.textContent || part.getAttribute("class")}`);
    }
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
  return found;
}

/** Pictures of entries whose longer side is shorter than this, in millimetres. Runs in the page. */
function small(least) {
  const found = [];
  for (const pictures of document.querySelectorAll("article .pictures")) {
    const boxes = [...pictures.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const longer = (Math.max(width, ...boxes.map((box) => box.height)) / 96) * 25.4;
    if (longer < least) found.push(`${pictures.closest("article").querySelector("h2").textContent}: ${Math.round(longer)} mm`);
  }
  return found;
}

/** Labels of a picture that lie over each other. Runs in the page. */
function overlapping() {
  const found = [];
  for (const svg of document.querySelectorAll("svg")) {
    const labels = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
    labels.forEach(([name, a], place) => {
      for (const [other, b] of labels.slice(place + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y + 0.5 || b.y + b.height <= a.y + 0.5;
        if (!apart) found.push(`${name} / ${other}`);
      }
    });
  }
  return found;
}

/** Sheets that are taller than a page. Runs in the page. */
function torn(height) {
  const found = [];
  for (const sheet of document.querySelectorAll(".sheet")) {
    const tall = sheet.getBoundingClientRect().height;
    if (tall > height) found.push(`${Math.round(tall)} > ${height}: ${sheet.textContent.trim().slice(0, 60)}`);
  }
  return found;
}

const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length;

async function check(browser, file, { isOnOneSheet = false, atMost = Infinity, drawn = 0 }, problems) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(`an error in the page: ${error.message}`));
  const address = pathToFileURL(file).href;
  await page.goto(address, { waitUntil: "load" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    (await page.evaluate(clipped)).forEach((it) => problems.push(`clipped at ${width}: ${it}`));
  }
  (await page.evaluate(overlapping)).forEach((it) => problems.push(`labels over each other: ${it}`));
  const scripts = await page.evaluate(() => document.scripts.length);
  if (scripts > 0) problems.push(`${scripts} scripts`);
  if (isOnOneSheet) {
    (await page.evaluate(ofManySheets)).forEach((it) => problems.push(`on more than one sheet: ${it}`));
  }
  const sheets = await page.evaluate(() => document.querySelectorAll(".sheet").length);
  if (sheets > atMost) problems.push(`${sheets} sheets, more than ${atMost}`);
  for (const [paper, width, height] of PAPERS[drawn > 0 ? "short" : "whole"]) {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width, height: 900 });
    (await page.evaluate(clipped)).forEach((it) => problems.push(`clipped on ${paper}: ${it}`));
    (await page.evaluate(torn, height)).forEach((it) => problems.push(`torn on ${paper}: ${it}`));
    (await page.evaluate(small, drawn)).forEach((it) => problems.push(`drawn too small on ${paper}: ${it}`));
    const pages = pagesOf(await page.pdf({ format: paper, printBackground: true, preferCSSPageSize: false }));
    if (pages !== sheets) problems.push(`${pages} pages on ${paper} for ${sheets} sheets`);
  }
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 900 });
  if (requests.some((url) => url !== address)) problems.push(`fetched: ${requests.filter((url) => url !== address).join(" ")}`);
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, help, nodes } of result.violations) {
    problems.push(`axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
  }
  await context.close();
  return sheets;
}

const folder = mkdtempSync(join(tmpdir(), "sciatica-handouts-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // In a container the program may be root, for whom Chromium has no sandbox. It opens our own pages alone.
  args: ["--no-sandbox"],
});
let failed = 0;

async function ask(name, words, asked) {
  const file = join(folder, `${name.replaceAll(/[ ,]+/g, "-")}.html`);
  const problems = [];
  write(file, words);
  const sheets = await check(browser, file, asked, problems);
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${name}: ${sheets} pages`);
  problems.forEach((problem) => console.log(`       ${problem}`));
  failed += problems.length === 0 ? 0 : 1;
}

try {
  for (const [profile, declared] of Object.entries(PROFILES)) {
    for (const [size, wish] of Object.entries(SIZES)) {
      for (const [subject, [names, sheets]] of Object.entries(AT_HAND)) {
        const atMost = size === "normal" ? sheets : Infinity;
        await ask(`${subject}, ${profile}, ${size}`, [...names, ...declared, ...wish], { atMost, drawn: SMALLEST_DRAWING });
      }
      // As many as one sheet holds; in large print each has its own.
      for (const names of inParts(SUBJECTS["every entry"], size === "normal" ? 3 : 10)) {
        const subject = `${names[0]} to ${names.at(-1)}, ${profile}, ${size}`;
        await ask(subject, [...names, ...declared, ...wish], { drawn: SMALLEST_DRAWING });
      }
      for (const [subject, names] of Object.entries(SUBJECTS)) {
        const isOnOneSheet = profile === "nobody" && size === "normal";
        await ask(`whole: ${subject}, ${profile}, ${size}`, [...names, "--full", ...declared, ...wish], { isOnOneSheet });
      }
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(failed === 0 ? "All handouts passed." : `${failed} handouts failed.`);
process.exitCode = failed === 0 ? 0 : 1;
