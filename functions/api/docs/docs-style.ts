/** Served as a file of its own, so that the page needs no inline style. */
export const docsStyle = `:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf8, #14161a);
  --raised: light-dark(#ffffff, #1b1e24);
  --sunk: light-dark(#f1efea, #101216);
  --line: light-dark(#e2ded6, #2c313a);
  --text: light-dark(#1d2127, #e6e8ec);
  --quiet: light-dark(#5c6470, #9aa3b0);
  --accent: light-dark(#0b6e62, #5fd0bf);
  --get: light-dark(#1d5fa8, #7db7f5);
  --put: light-dark(#8a5a00, #e8bb5a);
  --post: light-dark(#0b6e62, #5fd0bf);
  --bad: light-dark(#a8321f, #f2907f);
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  display: grid; grid-template-columns: 16.5rem minmax(0, 1fr);
}
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .88em; }
h1, h2 { line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 4.4vw, 2.5rem); margin: .3rem 0 1rem; }
h2 { font-size: 1.35rem; margin: 0 0 .4rem; }
h4 { font-size: .8rem; margin: 1.3rem 0 .3rem; text-transform: uppercase; letter-spacing: .06em; color: var(--quiet); }
h4 i, dt i { font-style: normal; font-weight: 400; text-transform: none; letter-spacing: 0; color: var(--quiet); font-size: .82rem; }
p { margin: .4rem 0 .9rem; max-width: 68ch; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }

nav {
  position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.6rem 1.2rem 2rem;
  border-right: 1px solid var(--line); font-size: .86rem; line-height: 1.35;
}
nav p { margin: 1.3rem 0 .35rem; font-size: .74rem; text-transform: uppercase; letter-spacing: .07em; color: var(--quiet); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: .24rem 0; color: var(--text); text-decoration: none; }
nav li a:hover { color: var(--accent); }
.brand { margin: 0; font-weight: 650; font-size: 1.05rem; color: var(--accent); text-decoration: none; }

main { padding: 3rem clamp(1.1rem, 4vw, 3.5rem) 6rem; max-width: 62rem; min-width: 0; }
main section { margin-top: 3rem; }
.lead { font-size: 1.12rem; color: var(--quiet); max-width: 60ch; margin-bottom: 2rem; }
main .intro .brand { display: none; }
pre {
  background: var(--sunk); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; margin: .6rem 0 1rem;
  overflow-x: auto; line-height: 1.6; user-select: all; tab-size: 2;
}
.aside summary { cursor: pointer; color: var(--accent); }

.operation, .schema { border: 1px solid var(--line); border-radius: 8px; background: var(--raised); margin: .5rem 0; }
.operation > summary {
  display: grid; grid-template-columns: 3.6rem minmax(0, 1fr) auto; column-gap: .7rem; align-items: baseline;
  padding: .65rem .9rem; cursor: pointer; list-style: none;
}
.operation > summary::-webkit-details-marker { display: none; }
.operation > summary:hover .path { color: var(--accent); }
.schema > summary { padding: .55rem .9rem; cursor: pointer; font-weight: 550; }
.operation[open] > summary, .schema[open] > summary { border-bottom: 1px solid var(--line); }
.operation:target, .schema:target { border-color: var(--accent); }
/* A link leads to an entry that is closed: show what is inside. */
.operation:target::details-content, .schema:target::details-content { content-visibility: visible; }
.method { font: 650 .74rem ui-monospace, Menlo, Consolas, monospace; letter-spacing: .03em; color: var(--get); }
.method.post { color: var(--post); }
.method.put { color: var(--put); }
.path { font-weight: 550; overflow-wrap: anywhere; }
.what { grid-column: 2 / -1; color: var(--quiet); font-size: .92rem; }
.roles { grid-column: 3; grid-row: 1; display: flex; gap: .3rem; flex-wrap: wrap; justify-content: end; }
.role { font-size: .72rem; border: 1px solid var(--line); border-radius: 99px; padding: .04rem .5rem; color: var(--quiet); }
.role.open { color: var(--accent); border-color: currentColor; }
.inside { padding: .7rem .9rem 1rem; }

.fields { margin: 0; }
.fields > div { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: .2rem 1rem; padding: .42rem 0; border-top: 1px solid var(--line); }
.fields > div:first-child { border-top: 0; }
.fields > div:target { background: var(--sunk); box-shadow: 0 0 0 .4rem var(--sunk); }
.fields dt { overflow-wrap: anywhere; }
.fields dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.fields .fields { border-left: 2px solid var(--line); padding-left: .8rem; }
.quiet { color: var(--quiet); font-size: .9rem; }
.values code { background: var(--sunk); border-radius: 4px; padding: .05rem .3rem; }
.status { font: 600 .84rem ui-monospace, Menlo, Consolas, monospace; }
.status.good { color: var(--post); }
.status.bad { color: var(--bad); }
.choice { border-left: 2px solid var(--line); padding-left: .8rem; margin: .6rem 0; }

@media (max-width: 60rem) {
  body { display: block; }
  nav { display: none; }
  main { padding-top: 1.6rem; }
  main .intro .brand { display: block; }
}
@media (max-width: 34rem) {
  .operation > summary { grid-template-columns: 2.9rem minmax(0, 1fr); }
  .what, .roles { grid-column: 2; grid-row: auto; justify-content: start; }
  .fields > div { grid-template-columns: minmax(0, 1fr); }
  pre { font-size: .8em; }
}
`
