import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = 'export default function Page() {\n  return null;\n}\n';

/** Adds pages without any slot to an app: most routes of a large app are such. */
export function writePlainPages(root: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const folder = join(root, `app/shop-${Math.floor(index / 50)}/item-${index}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'page.tsx'), page);
  }
}
