// Draws the pictures in docs/: `show` for each point at 80 columns, a page of a handout, and every movement.
// Usage: node screens.mjs PROGRAM MOVEMENTS.html

import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, movements] = process.argv.slice(2);
if (!program || !movements) {
  console.error("usage: node screens.mjs PROGRAM MOVEMENTS.html");
  process.exit(2);
}
const docs = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs");
mkdirSync(docs, { recursive: true });
// Whoever draws them may keep a profile of their own: it is not to be in the pictures.
const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", XDG_CONFIG_HOME: join(docs, "nowhere") };
const run = (...args) => execFileSync(program, args, { env, encoding: "utf8" });

const STYLES = {
  1: "font-weight:bold",
  2: "opacity:.65",
  4: "text-decoration:underline",
  7: "background:#c00000;--ink:#fff",
  31: "color:var(--ink,#c00000)",
  32: "color:#1a6b1a",
  33: "color:#7a5200",
  34: "color:#1f3fa8",
  35: "color:#9a1b9a",
  36: "color:#006070",
};

/** A braille character as dots: fonts draw them in widths of their own, a terminal never does. */
function dots(character) {
  const bits = character.codePointAt(0) - 0x2800;
  const places = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [0, 3], [1, 3]];
  const circles = places
    .filter((_, bit) => bits & (1 << bit))
    .map(([x, y]) => `<circle cx="${2.5 + 5 * x}" cy="${2.5 + 5 * y}" r="1.5"/>`);
  return `<svg viewBox="0 0 10 20" preserveAspectRatio="none">${circles.join("")}</svg>`;
}

/** Escape sequences for weight and colour as spans; everything else as text. */
function html(ansi) {
  const escape = (text) =>
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/[\u2801-\u28ff]/g, dots)
      .replace(/[\u4e00-\u9fff]/g, '<b class="wide">$&</b>');
  let out = "";
  let open = 0;
  for (const part of ansi.split(/(\x1b\[[0-9;]*m)/)) {
    const codes = part.match(/^\x1b\[([0-9;]*)m$/);
    if (!codes) {
      out += escape(part);
    } else if (codes[1] === "0" || codes[1] === "") {
      out += "</span>".repeat(open);
      open = 0;
    } else {
      out += `<span style="${codes[1].split(";").map((code) => STYLES[code] ?? "").join(";")}">`;
      open += 1;
    }
  }
  const style = "svg{width:1ch;height:1.25em;vertical-align:top;fill:currentColor}.wide{display:inline-block;width:2ch;font-weight:normal}";
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre style="font:15px/1.25 'DejaVu Sans Mono',monospace;margin:16px;width:max-content">${out}</pre>`;
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
const codes = run("points", "--plain", "--format", "json");
for (const { code } of JSON.parse(codes).data) {
  await page.setContent(html(run("show", code, "--figure", "--width", "80", "--color", "always")));
  await page.locator("pre").screenshot({ path: join(docs, `show-${code}.png`) });
  console.log(`docs/show-${code}.png`);
}
const handout = join(mkdtempSync(join(tmpdir(), "sciatica-")), "handout.html");
run("handout", "GB30", "BL40", "cat-cow", "--output", handout);
// The sheet as it is printed on A4, between its margins.
await page.emulateMedia({ media: "print" });
await page.setViewportSize({ width: 725, height: 1069 });
await page.goto(pathToFileURL(handout).href);
await page.locator(".sheet").first().screenshot({ path: join(docs, "handout.png") });
console.log("docs/handout.png");

// Every way of every stretch and technique: as it is printed, and as it is on a terminal.
await page.emulateMedia({ media: "screen" });
await page.setViewportSize({ width: 1500, height: 900 });
await page.goto(pathToFileURL(resolve(movements)).href);
const ways = await page.evaluate(() => {
  const articles = [...document.querySelectorAll("article")];
  const ways = articles.map((article) => article.querySelector("h2").textContent);
  document.querySelector("h1").remove();
  for (const other of document.querySelectorAll("main > *:not(article)")) {
    other.remove();
  }
  const style = document.createElement("style");
  style.textContent = `body { max-width: none; margin: 0; padding: 8px } h2 { font-size: 12px; margin: 2px 0 }
    main { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px }
    article { min-width: 0; border: 1px solid #bbb; margin: 0; padding: 4px }
    .continued { display: none } .pictures { flex-wrap: nowrap; gap: 2mm; margin: 0 }
    figure { flex: 1; min-width: 0; width: auto !important } svg { width: 100%; max-height: 190px } figcaption { font-size: 12px }`;
  document.head.append(style);
  return ways;
});
await page.locator("main").screenshot({ path: join(docs, "movements.png") });
console.log("docs/movements.png");
const cards = ways.map((name) => {
  const [id, label] = [name.slice(0, name.indexOf(": ")), name.slice(name.indexOf(": ") + 2)];
  const shown = run("show", id, "--full", "--figure", "--width", "80", "--color", "always").split("\n");
  const start = shown.indexOf(`  ${label}`);
  const end = shown.findIndex((line, place) => place > start && line.startsWith("  1  "));
  return `\u001b[1m${name}\u001b[0m\n${shown.slice(start + 1, end).join("\n").trimEnd()}\n`;
});
const columns = [0, 1].map((column) => html(cards.filter((_, place) => place % 2 === column).join("\n")));
await page.setContent(`<main style="display:flex;width:max-content">${columns.join("")}</main>`);
await page.locator("main").screenshot({ path: join(docs, "movements-dots.png") });
console.log("docs/movements-dots.png");
await browser.close();
