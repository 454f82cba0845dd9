// Opens handouts in Chromium: accessibility, what is clipped, what is fetched, and how many pages they take on paper.
//
//   node handouts.js              checks
//   node handouts.js --pages      prints the table of pages, to be read and put below
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
const SUBJECTS = { "GB30 BL40 cat-cow": ["GB30", "BL40", "cat-cow"], "routine desk": ["--routine", "desk"] };
const SIZES = { normal: [], large: ["--large"] };
const PAPERS = ["A4", "Letter"];

// Pages on A4 and on Letter, with a font as wide as Arial (Liberation Sans). They change with the texts of the guide.
const PAGES = {
  "GB30 BL40 cat-cow, nobody, normal": [13, 14],
  "GB30 BL40 cat-cow, nobody, large": [30, 31],
  "GB30 BL40 cat-cow, pregnancy, normal": [11, 11],
  "GB30 BL40 cat-cow, pregnancy, large": [22, 23],
  "GB30 BL40 cat-cow, blood thinners, normal": [11, 11],
  "GB30 BL40 cat-cow, blood thinners, large": [23, 23],
  "routine desk, nobody, normal": [13, 15],
  "routine desk, nobody, large": [30, 32],
  "routine desk, pregnancy, normal": [6, 6],
  "routine desk, pregnancy, large": [15, 15],
  "routine desk, blood thinners, normal": [8, 9],
  "routine desk, blood thinners, large": [19, 21],
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

const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length;

async function check(browser, file, problems) {
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
  const pages = [];
  // What fits between the margins of each paper, at 96 dots an inch.
  for (const [paper, width] of [["A4", 657], ["Letter", 679]]) {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width, height: 900 });
    (await page.evaluate(clipped)).forEach((it) => problems.push(`clipped on ${paper}: ${it}`));
    pages.push(pagesOf(await page.pdf({ format: paper, printBackground: true, preferCSSPageSize: false })));
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
  return pages;
}

const folder = mkdtempSync(join(tmpdir(), "sciatica-handouts-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // In a container the program may be root, for whom Chromium has no sandbox. It opens our own pages alone.
  args: ["--no-sandbox"],
});
let failed = 0;
const measured = {};
try {
  for (const [subject, names] of Object.entries(SUBJECTS)) {
    for (const [profile, declared] of Object.entries(PROFILES)) {
      for (const [size, wish] of Object.entries(SIZES)) {
        const name = `${subject}, ${profile}, ${size}`;
        const file = join(folder, `${name.replaceAll(/[ ,]+/g, "-")}.html`);
        const problems = [];
        write(file, [...names, ...declared, ...wish]);
        const pages = await check(browser, file, problems);
        measured[name] = pages;
        if (!process.argv.includes("--pages") && String(PAGES[name]) !== String(pages)) {
          problems.push(`${pages} pages on ${PAPERS.join(" and ")}, expected ${PAGES[name]}`);
        }
        console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${name}: ${pages.join(" and ")} pages`);
        problems.forEach((problem) => console.log(`       ${problem}`));
        failed += problems.length === 0 ? 0 : 1;
      }
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
if (process.argv.includes("--pages")) {
  for (const [name, pages] of Object.entries(measured)) console.log(`  ${JSON.stringify(name)}: [${pages.join(", ")}],`);
}
console.log(failed === 0 ? "All handouts passed." : `${failed} handouts failed.`);
process.exitCode = failed === 0 ? 0 : 1;
