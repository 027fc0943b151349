/** Puts data into a message template: `{{slot}}` becomes `data.slot`. An unknown name stays as it is. */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) => data[name] ?? whole);
}
