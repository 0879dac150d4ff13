import { html } from 'hono/html'
import { ProblemCode, problemStatus } from '../../contract/problem.ts'
import { problemTitle } from '../answer-problem.ts'
import type { OpenapiDocument, Operation } from '../openapi/openapi-document.ts'
import { renderIntro } from './render-intro.ts'
import { renderOperation } from './render-operation.ts'
import { type Html, renderComponent } from './render-schema.ts'

type Listed = { method: string; path: string; operation: Operation }

/** The API's description as one page to read: no script, nothing from elsewhere. */
export function renderDocs(document: OpenapiDocument, origin: string): Html {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({ method, path, operation })),
  )
  const sections = document.tags.map((tag) => ({
    ...tag,
    listed: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <title>Tierwise: the API</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="/api/docs.css" />
</head>
<body>
  <nav aria-label="On this page">
    <a class="brand" href="#start">Tierwise</a>
    ${sections.map(({ name, listed }) => renderNavGroup(name, listed))}
    <p>Reference</p>
    <ul><li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li><li><a href="/api/openapi.json">openapi.json</a></li></ul>
  </nav>
  <main>
    ${renderIntro(origin)}
    <section>
      <h2>Conventions</h2>
      <p>${document.info.description}</p>
      <p>Send <code>Authorization: Bearer …</code> with every request below <code>/api/w</code>. Lists answer a page and <code>next</code>,
        the <code>cursor</code> of the page after it. Unknown parameters are refused. What may take long answers 202; repeats are safe.</p>
    </section>
    ${sections.map(
      ({ name, description, listed }) => html`<section id="tag-${name}"><h2>${name}</h2><p>${description}</p>
        ${listed.map(({ method, path, operation }) => renderOperation(method, path, operation))}</section>`,
    )}
    ${renderProblems()}
    <section id="schemas"><h2>Schemas</h2>
      ${Object.entries(document.components.schemas).map(
        ([name, schema]) =>
          html`<details class="schema" id="schema-${name}"><summary>${name}</summary><div class="inside">${renderComponent(schema)}</div></details>`,
      )}
    </section>
  </main>
</body>
</html>`
}

function renderNavGroup(name: string, listed: Listed[]): Html {
  return html`<p>${name}</p>
    <ul>${listed.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul>`
}

function renderProblems(): Html {
  return html`<section id="problems"><h2>Problems</h2>
    <p>Every failure is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is stable; <code>detail</code> is for people; <code>id</code> is found again in the log.</p>
    <dl class="fields">${ProblemCode.options.map(
      (code) =>
        html`<div id="problem-${code}"><dt><code>${code}</code></dt><dd><span class="status bad">${problemStatus[code]}</span> ${problemTitle(code)}.</dd></div>`,
    )}</dl>
  </section>`
}
