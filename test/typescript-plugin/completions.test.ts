import { describe, expect, test } from 'vitest';
import { tsserverVersions } from '../harness/tsserver.js';
import { ours, TsserverApp, type Editor } from '../harness/tsserver-app.js';
import { places, type Place } from './places.js';

const slots = ['team', 'analytics', 'data-grid'];

const files = Object.fromEntries(
  ['dash', 'script'].flatMap((folder) => [
    [`app/${folder}/page.tsx`, true],
    [`app/${folder}/layout.${folder === 'script' ? 'jsx' : 'tsx'}`, true],
    ...slots.map((slot) => [`app/${folder}/@${slot}/page.tsx`, true]),
  ]),
) as Record<string, true>;

/** What the list offers for our slots at a place, by name; none but ours may be there. */
async function offered(editor: Editor, place: Place): Promise<Record<string, string[]>> {
  const list = await editor.completions(place.file, `${place.code(`${place.typed}‸`)}\n`);
  const found: Record<string, string[]> = {};
  for (const { name, accepted } of list) {
    const slot = slots.find((each) => name === each || name.startsWith(`${each}:`));
    if (slot !== undefined) (found[slot] ??= []).push(accepted);
  }
  return found;
}

function expected({ code, team, grid }: Place): Record<string, string[]> {
  return {
    team: [`${code(team)}\n`],
    analytics: [`${code(team.replace('team', 'analytics'))}\n`],
    'data-grid': [`${code(grid)}\n`],
  };
}

describe.each(tsserverVersions)('TypeScript %s', (version) => {
  test.each([
    ['alone', [ours]],
    ["inside Next's plugin", [ours, 'next']],
    ["around Next's plugin", ['next', ours]],
  ])('offers each slot once at every place, %s', async (_, plugins) => {
    const editor = new TsserverApp(plugins, files).serve(version);
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const place of places) {
      found[place.name] = await offered(editor, place);
      wanted[place.name] = expected(place);
    }
    expect(found).toEqual(wanted);
    expect(editor.server.ownLog()).toEqual([]);
  });
});
