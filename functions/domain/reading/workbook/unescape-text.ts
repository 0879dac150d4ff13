/** Excel writes what XML cannot hold as `_x000D_`, and that spelling itself as `_x005F_x000D_` (ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
