import { html } from 'hono/html'
import type { Operation, Parameter, Response } from '../openapi/openapi-document.ts'
import { type Html, renderFields, renderType } from './render-schema.ts'

/** One route: a line to scan, and below it what goes in and what comes out. */
export function renderOperation(method: string, path: string, operation: Operation): Html {
  return html`<details class="operation" id="${operation.operationId}">
    <summary>
      <span class="method ${method}">${method.toUpperCase()}</span>
      <code class="path">${breakable(path)}</code>
      <span class="what">${operation.summary}</span>
      <span class="roles">${renderRoles(operation['x-roles'])}</span>
    </summary>
    <div class="inside">
      ${operation.description ? html`<p>${operation.description}</p>` : ''}
      ${renderParameters(operation.parameters ?? [])}
      ${renderBody(operation)}
      <h4>Answers</h4>
      <dl class="fields">${Object.entries(operation.responses).map(([status, response]) => renderResponse(status, response))}</dl>
    </div>
  </details>`
}

function renderRoles(roles: readonly string[]): Html {
  if (roles.length === 0) return html`<span class="role open">open</span>`
  return html`${roles.map((role) => html`<span class="role">${role}</span>`)}`
}

function renderParameters(parameters: Parameter[]): Html {
  if (parameters.length === 0) return html``
  return html`<h4>Parameters</h4>
    <dl class="fields">${parameters.map(
      ({ name, in: place, required, description, schema }) => html`<div>
        <dt><code>${name}</code> <i>${place}${required || place !== 'query' ? '' : schema.type === 'array' ? ', repeatable' : ''}</i></dt>
        <dd>${description ? html`${inlineCode(description)}<br />` : ''}<span class="quiet">${renderType(schema)}</span></dd>
      </div>`,
    )}</dl>`
}

function renderBody({ requestBody }: Operation): Html {
  if (!requestBody) return html``
  return html`${Object.entries(requestBody.content).map(
    ([type, { schema }]) => html`<h4>Body <i>${type}</i></h4>
      ${requestBody.description ? html`<p>${requestBody.description}</p>` : ''}
      ${schema.properties ? renderFields(schema) : ''}`,
  )}`
}

function renderResponse(status: string, { description, content, headers }: Response): Html {
  const failed = Number(status) >= 400
  return html`<div>
    <dt><span class="status ${failed ? 'bad' : 'good'}">${status}</span></dt>
    <dd>
      ${inlineCode(description)}
      ${
        failed
          ? ''
          : html`<span class="quiet">${Object.entries(content ?? {}).map(([type, { schema }]) => html`${type}${schema.$ref ? html`: ${renderType(schema)}` : ''}`)}</span>`
      }
      ${Object.entries(headers ?? {}).map(([name, { description: text }]) => html`<br /><span class="quiet"><code>${name}</code> ${text}</span>`)}
    </dd>
  </div>`
}

/** Texts mark code by backticks, as OpenAPI's CommonMark does. */
export function inlineCode(text: string): Html {
  return html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`
}

/** A long path may break after its slashes on a narrow screen. */
function breakable(path: string): Html {
  return html`${path.split(/(?<=\/)/).map((piece) => html`${piece}<wbr />`)}`
}
