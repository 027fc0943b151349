import type { AppOverview, SlotProblem } from '@next-slots/core';
import { Disposable, Uri } from 'vscode';
import { beforeEach, expect, test } from 'vitest';
import { Overviews } from '../../packages/vscode/src/overview/overviews.js';
import { SlotDecorations } from '../../packages/vscode/src/overview/slot-decorations.js';
import { showBrokenInStatusBar } from '../../packages/vscode/src/overview/status-bar.js';
import { editor, EventEmitter } from './fake-vscode.js';

const team = 'file:///project/app/dash/@team';

function problem(over: Partial<SlotProblem> = {}): SlotProblem {
  return {
    check: 'require-slot-default',
    message: 'Slot @team has no default.',
    severity: 'error',
    impact: 'build-error',
    folder: team,
    ...over,
  };
}

function app(...problems: readonly SlotProblem[]): AppOverview {
  return { app: 'file:///project/app', name: 'app', next: '16.4.6', urls: [], problems };
}

/** What decorations and status bar follow. */
class FakeOverviews {
  readonly #changed = new EventEmitter<readonly AppOverview[]>();
  readonly onDidChange = this.#changed.event;
  apps: readonly AppOverview[] = [];

  become(...apps: readonly AppOverview[]): void {
    this.apps = apps;
    this.#changed.fire(apps);
  }
}

let overviews: FakeOverviews;

beforeEach(() => {
  editor.reset();
  overviews = new FakeOverviews();
});

test('a slot folder with problems carries their number, however its URI is written', () => {
  const decorations = new SlotDecorations(overviews);
  const changed: string[][] = [];
  decorations.onDidChangeFileDecorations((uris) => changed.push(uris.map(({ path }) => path)));
  expect(decorations.provideFileDecoration(Uri.parse(team))).toBeUndefined();

  overviews.become(app(problem(), problem({ message: 'And another.', severity: 'warning' })));
  const decoration = decorations.provideFileDecoration(Uri.file('/project/app/dash/@team'));
  expect(decoration).toMatchObject({
    badge: '2',
    tooltip: 'Slot @team has no default.\n\nAnd another.',
    color: { id: 'list.errorForeground' },
    propagate: true,
  });
  overviews.become(app());
  expect(decorations.provideFileDecoration(Uri.parse(team))).toBeUndefined();
  expect(changed).toEqual([['/project/app/dash/@team'], ['/project/app/dash/@team']]);
});

test('a badge has room for two signs, and warnings look like warnings', () => {
  overviews.become(app(...Array.from({ length: 12 }, () => problem({ severity: 'warning' }))));
  const decorations = new SlotDecorations(overviews);
  expect(decorations.provideFileDecoration(Uri.parse(team))).toMatchObject({
    badge: '9+',
    color: { id: 'list.warningForeground' },
  });
});

test('the status bar item is shown only while something is broken', () => {
  const shown = showBrokenInStatusBar(overviews);
  const [item] = editor.statusBar;
  expect(item?.isShown).toBe(false);
  overviews.become(app(problem({ impact: 'future' })));
  expect(item?.isShown).toBe(false);
  overviews.become(app(problem({ impact: 'silent', severity: 'warning' })));
  expect(item?.isShown).toBe(false);
  overviews.become(app(problem({ impact: 'silent' })));
  expect(item?.isShown).toBe(true);
  overviews.become(
    app(problem({ folder: null, severity: 'warning' }), problem({ impact: 'future' })),
  );
  expect(item).toMatchObject({
    isShown: true,
    text: '$(layout) 1 slot problem',
    tooltip: 'Slot @team has no default.',
  });
  overviews.become(app());
  expect(item?.isShown).toBe(false);
  shown.dispose();
});

test('a restarted server is asked at once, since it reports changes only after a request', async () => {
  const started = new EventEmitter<void>();
  const told = new EventEmitter<void>();
  let answer: readonly AppOverview[] = [];
  const followed = new Overviews(
    {
      request: <Answer>() => Promise.resolve(answer as Answer),
      onNotification: (_method, listener) => Disposable.from(told.event(listener)),
      onStart: (listener) => Disposable.from(started.event(listener)),
      settingsChanged: () => Promise.resolve(),
      restart: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    (error) => {
      throw error;
    },
  );
  await followed.refresh();
  answer = [app(problem())];
  started.fire();
  await expect.poll(() => followed.apps).toBe(answer);
  followed.dispose();
});
