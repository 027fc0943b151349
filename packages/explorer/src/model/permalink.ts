import { defaultBundler, type Bundler } from '@next-slots/core';
import { initialState, type ExplorerState, type Target } from './explorer-state.js';

/** Writes a state as the fragment of a link: `#url=/photo/7&from=/feed,/about&next=15.5.29&bundler=webpack`. */
export function printState(state: ExplorerState): string {
  const { app, url, from, target, versus, reload, filter, onlyProblems } = state;
  const parts = [
    ['app', encode(app)],
    ['url', encode(url)],
    ['from', from.map(encode).join(',')],
    ['next', encode(target?.version ?? '')],
    ['bundler', target?.bundler ?? ''],
    ['compare', versus ? `${encode(versus.version)},${versus.bundler}` : ''],
    ['reload', reload ? '1' : ''],
    ['filter', encode(filter)],
    ['only', onlyProblems ? 'problems' : ''],
  ];
  return `#${parts
    .filter(([, value]) => value !== '')
    .map((part) => part.join('='))
    .join('&')}`;
}

/** Reads what {@link printState} wrote, or somebody typed; what cannot be read is left out. */
export function readState(fragment: string): ExplorerState {
  const values = new Map(
    fragment
      .replace(/^#/u, '')
      .split('&')
      .map((part): [string, string] => {
        const equals = part.indexOf('=');
        return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      }),
  );
  const text = (name: string) => decode(values.get(name) ?? '');
  const [versusVersion = '', versusBundler = ''] = (values.get('compare') ?? '').split(',');
  return {
    ...initialState,
    app: text('app'),
    url: text('url'),
    from: (values.get('from') ?? '').split(',').map(decode).filter(Boolean),
    target: targetOf(text('next'), text('bundler')),
    versus: targetOf(decode(versusVersion), versusBundler),
    reload: values.get('reload') === '1',
    filter: text('filter'),
    onlyProblems: values.get('only') === 'problems',
  };
}

function targetOf(version: string, bundler: string): Target | null {
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)) return null;
  return { version, bundler: isBundler(bundler) ? bundler : defaultBundler(version) };
}

function isBundler(name: string): name is Bundler {
  return name === 'turbopack' || name === 'webpack';
}

/** Leaves what a URL is made of as it is, for links that people can read. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:2F|5B|5D|3A|40)/gu, (encoded) =>
    decodeURIComponent(encoded),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
