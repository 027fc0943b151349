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

  /** Runs a command by its title, as soon as it is there: an open list does not take up new ones. */
  async run(title: string): Promise<void> {
    const row = this.choice(title).first();
    for (let tries = 0; ; tries += 1) {
      await this.page.keyboard.press('F1');
      await this.#quickInput().fill(`>${title}`);
      try {
        await row.click({ timeout: 5000 });
        return;
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
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

  /**
   * Opens the list of code actions and waits for one of them. Whatever arrives in the editor meanwhile
   * closes the list, so that it is asked for again, as a user would.
   */
  async codeAction(title: string): Promise<Locator> {
    const action = this.codeActions.filter({ hasText: exactly(title) });
    for (let tries = 0; ; tries += 1) {
      await this.page.keyboard.press('Control+.');
      try {
        await action.waitFor({ timeout: 5000 });
        return action;
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** The rows of the open list of code actions. */
  get codeActions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row');
  }

  /** What the status bar says of slots, as long as it says something. */
  get brokenInStatusBar(): Locator {
    return this.page.locator('.statusbar-item', { hasText: /\d slot problems?/u });
  }

  /** The row of the problems view that begins with a text, or the rows. */
  problem(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
  }

  /** Puts a text into the open input at the top of the window, whose title is waited for. */
  async answer(title: string, text?: string): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor();
    if (text !== undefined) await this.#quickInput().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** A row of the open list at the top of the window. */
  choice(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** Puts the cursor into a word of the editor. */
  async clickOn(word: string): Promise<void> {
    await this.page
      .locator('.editor-instance .view-line span:not(:has(span))', { hasText: exactly(word) })
      .first()
      .click();
  }

  /** What is shown over a word of the editor, once that holds a text. */
  async hover(word: string, text: RegExp): Promise<string> {
    const shown = this.page.locator('.monaco-hover:not(.hidden) .hover-contents', {
      hasText: text,
    });
    for (let tries = 0; ; tries += 1) {
      await this.clickOn(word);
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      try {
        await shown.first().waitFor({ timeout: 5000 });
        return (await shown.allInnerTexts()).join('\n');
      } catch (error) {
        if (tries === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** The rows of the open list of completions: each name with what stands beside it. */
  async completions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' ').trim());
  }

  /**
   * What is offered for the begin of a word on a line of its own, which is taken back again.
   *
   * @param picture - The name of a picture of the list.
   */
  async completionsBehind(
    line: string,
    typed: string,
    picture?: string,
  ): Promise<readonly string[]> {
    await this.clickBehind(line);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.type(typed, { delay: 60 });
    await this.page.keyboard.press('Control+Space');
    const found = await this.completions();
    if (picture !== undefined) await this.picture(picture);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Control+Z');
    await this.page.keyboard.press('Control+Z');
    return found;
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
