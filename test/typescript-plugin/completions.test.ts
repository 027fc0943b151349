import { expect, test } from 'vitest';
import { isNight } from '../harness/is-night.js';
import { drivenVersions, type TsserverVersion } from '../harness/tsserver.js';
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

const orders = {
  alone: [ours],
  "inside Next's plugin": [ours, 'next'],
  "around Next's plugin": ['next', ours],
} as const;

/** Every place with the newest tsserver, a third of them with each other; `pnpm test:hosts` asks all. */
function placesFor(version: TsserverVersion): readonly Place[] {
  return version === '6.0' || isNight ? places : places.filter((_, index) => index % 3 === 0);
}

test.each(drivenVersions)('TypeScript %s offers each slot once at every place', async (version) => {
  const apps = Object.entries(orders).map(
    ([order, plugins]) => [order, new TsserverApp(plugins, files)] as const,
  );
  // One server for all: each project has plugins of its own.
  const [first] = apps;
  const { server } = first?.[1].serve(version) ?? expect.unreachable();
  const found: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const [order, app] of apps) {
    const editor = app.edit(server);
    for (const place of placesFor(version)) {
      found[`${place.name}, ${order}`] = await offered(editor, place);
      wanted[`${place.name}, ${order}`] = expected(place);
    }
  }
  expect(found).toEqual(wanted);
  expect(server.ownLog()).toEqual([]);
});

test('a client that also replaces the word after the cursor replaces only what is typed', async () => {
  const app = new TsserverApp([ours], files);
  const editor = app.serve('6.0');
  const file = 'app/dash/layout.tsx';
  for (const [marked, typed] of [
    ['interface P { ‸children: unknown }\nexport default function L(p: P) {}\n', ''],
    ['export default function L(p: { ‸été: unknown }) {}\n', ''],
    ['export default function L({ ‸children }) { return children; }\n', ''],
    ["export default function L(p: { ‸'a-b': unknown }) {}\n", undefined],
  ] as const) {
    const team = (await editor.completions(file, marked)).find(({ name }) => name === 'team');
    const span = team?.entry.replacementSpan;
    if (typed === undefined) expect(span).toBeUndefined();
    else expect(span?.start, marked).toEqual(span?.end);
    expect(span === undefined).toBe(typed === undefined);
  }
});
