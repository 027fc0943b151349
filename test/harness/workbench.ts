import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The window of a VS Code in the browser, in the words of somebody who uses it. */
export class Workbench {
  readonly page: Page;
  readonly #pictures: string;

  /** @param pictures - The folder that screenshots are written to. */
  constructor(page: Page, pictures: string) {
    this.page = page;
    this.#pictures = pictures;
    mkdirSync(pictures, { recursive: true });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens a file by a part of its path. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const input = this.#quickInput();
    await input.fill(path);
    const row = this.page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: path.slice(path.lastIndexOf('/') + 1) }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page
      .locator(`.editor-instance[aria-label*="${path.slice(path.lastIndexOf('/') + 1)}"]`)
      .first()
      .waitFor();
  }

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#quickInput().fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').first();
    await row.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** A row of the explorer by the name of its file or folder. */
  file(name: string): Locator {
    return this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(name) }) });
  }

  /** The badge of a file or folder in the explorer; empty where it has none. */
  async badge(name: string): Promise<string> {
    const content = await this.file(name)
      .locator('.monaco-icon-label')
      .first()
      .evaluate((label) => getComputedStyle(label, '::after').content);
    return content === 'none' ? '' : content.replaceAll('"', '');
  }

  get squiggles(): Locator {
    return this.page.locator('.editor-instance .squiggly-error');
  }

  /** Puts the cursor behind the first occurrence of a text on its own line of the editor. */
  async clickBehind(line: string): Promise<void> {
    const row = this.page.locator('.editor-instance .view-line', { hasText: exactly(line) });
    await row.first().click();
    await this.page.keyboard.press('End');
  }

  /** The rows of the open list of completions: each name with what stands beside it. */
  async completions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' ').trim());
  }

  /** How long each extension that runs took to start, in milliseconds, by its name. */
  async activationTimes(): Promise<ReadonlyMap<string, number>> {
    await this.run('Developer: Show Running Extensions');
    const list = this.page.locator('.runtime-extensions-editor');
    const rows = list.locator('.monaco-list-row');
    await rows.first().waitFor();
    const times = new Map<string, number>();
    // Only the rows that can be seen are there.
    await rows.first().click();
    for (let unchanged = 0; unchanged < 3; unchanged += 1) {
      const known = times.size;
      for (const row of await rows.all()) {
        const name = await row.locator('.name').innerText();
        const time = /(?<ms>\d+)ms/u.exec(await row.locator('.activation-time').innerText());
        times.set(name, Number(time?.groups?.['ms']));
      }
      if (times.size > known) unchanged = -1;
      await this.page.keyboard.press('PageDown');
      await this.page.waitForTimeout(200);
    }
    return times;
  }

  /** The document that a webview shows. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  async picture(name: string): Promise<void> {
    // What has just come may still be fading in.
    await this.page.waitForTimeout(300);
    await this.page.screenshot({ path: join(this.#pictures, `${name}.png`) });
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget input').first();
  }
}

/** Editors show spaces as no-break spaces. */
function exactly(text: string): RegExp {
  const escaped = text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`^\s*${escaped.replaceAll(' ', String.raw`\s`)}\s*$`, 'u');
}
