import { beforeAll, expect, test } from 'vitest'
import { describeRoutes } from '../../functions/api/describe-routes.ts'
import type { OpenapiDocument } from '../../functions/api/openapi/openapi-document.ts'
import { ProblemCode } from '../../functions/contract/problem.ts'
import { openTestApp, type TestApp } from './test-app.ts'

let service: TestApp
let document: OpenapiDocument
beforeAll(async () => {
  service = await openTestApp()
  document = (await (await service.app.request('/api/openapi.json')).json()) as OpenapiDocument
})

test('the description lists every route of the app, and no others', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = describeRoutes(service.app.routes).map(
    ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  expect(described.sort()).toEqual(served.sort())
})

test('every reference leads to a component', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
  expect(references.length).toBeGreaterThan(20)
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect([...new Set(references)].filter((ref) => !known.includes(ref))).toEqual([])
})

test('operations have ids of their own, path parameters for their path, and problems', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  )
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  for (const { path, operation } of operations) {
    const inPath =
      operation.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`) ?? []
    expect(path.match(/\{\w+\}/g) ?? [], path).toEqual(inPath)
    expect(Object.keys(operation.responses['400']?.content ?? {}), path).toEqual(['application/problem+json'])
  }
})

test('policies, caching and repeatable parameters are described', () => {
  const report = document.paths['/api/w/{workspace}/report']?.get
  expect(report?.['x-roles']).toEqual(['executive', 'finance', 'admin'])
  expect(report?.security).toEqual([{ bearer: [] }])
  expect(report?.responses['200']?.headers).toHaveProperty('ETag')
  expect(report?.responses).toHaveProperty('304')
  expect(report?.parameters?.find(({ name }) => name === 'tier')?.schema).toMatchObject({ type: 'array' })
})

test('the page to read names every path and every problem, and loads nothing from elsewhere', async () => {
  const response = await service.app.request('/api/docs')
  const page = await response.text()
  const plain = page.replace(/<wbr \/>/g, '')
  for (const described of Object.keys(document.paths)) expect(plain).toContain(described)
  for (const code of ProblemCode.options) expect(page).toContain(`id="problem-${code}"`)
  expect(page).not.toMatch(/<script|style="|(src|href)="(https?:)?\/\//)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await service.app.request('/api/docs.css')).headers.get('content-type')).toContain('text/css')
})

test('a link inside the page leads somewhere on it', async () => {
  const page = await (await service.app.request('/api/docs')).text()
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id)
  expect([...new Set(targets)].filter((id) => !page.includes(`id="${id}"`))).toEqual([])
})

test('a template is a CSV file to download', async () => {
  const response = await service.app.request('/api/templates/spend')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="tierwise-spend.csv"')
  expect((await response.text()).split('\n')[0]).toContain('amount')
})
