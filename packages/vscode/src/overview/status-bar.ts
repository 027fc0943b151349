import { plural, type AppOverview, type SlotProblem } from '@next-slots/core';
import { Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Overviews } from './overviews.js';

/** More messages than this are counted, not listed. */
const listedAtMost = 8;

/**
 * Shows in the status bar that something is broken now, as long as something is: a build, a URL,
 * content or a prop that is lost.
 */
export function showBrokenInStatusBar(
  overviews: Pick<Overviews, 'apps' | 'onDidChange'>,
): Disposable {
  const item = window.createStatusBarItem('nextSlots.broken', StatusBarAlignment.Left);
  item.name = 'next-slots';
  item.command = 'nextSlots.openExplorer';
  const show = (apps: readonly AppOverview[]) => {
    const broken = apps.flatMap(({ problems }) => problems).filter(isBrokenNow);
    if (broken.length === 0) {
      item.hide();
      return;
    }
    const listed = broken.slice(0, listedAtMost).map(({ message }) => message);
    const rest = broken.length - listed.length;
    item.text = `$(layout) ${plural(broken.length, 'slot problem')}`;
    item.tooltip = [...listed, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join('\n\n');
    item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
    item.show();
  };
  show(overviews.apps);
  return Disposable.from(item, overviews.onDidChange(show));
}

/** A warning of something silent is advice: a slot without a loading file works. */
function isBrokenNow({ impact, severity }: SlotProblem): boolean {
  return impact === 'silent' ? severity === 'error' : impact !== 'future';
}
