// Runs in the page. Names of folders are data from anywhere: they are only ever set as text.
'use strict';

/** @typedef {{ fill: 'page' | 'default' | 'missing', file: string | null, shown: string, uri?: string }} Cell */
/** @typedef {{ url: string, outcome: 'ok' | 'build-error' | 'not-found', broken: boolean, cells: (Cell | null)[] }} Row */
/** @typedef {{ segment: string, layout: string | null, slots: string[], rows: Row[] }} Level */
/** @typedef {{ title: string, about: string, levels: Level[] }} App */

/** @type {{ apps: App[] }} */
const matrix = JSON.parse(document.getElementById('matrix').textContent);
const filter = document.getElementById('filter');
const onlyBroken = document.getElementById('only-broken');

/** The editor around the page, where VS Code shows it; there a click on a file opens it. */
const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;

const outcomes = {
  ok: '',
  'build-error': 'next build refuses it',
  'not-found': 'answers with not-found',
};

/** Every level with what is needed to filter it. */
const views = matrix.apps.flatMap((app) => {
  const section = element('section', { class: 'app' }, [
    element('h2', {}, [app.title]),
    element('p', {}, [app.about]),
  ]);
  document.getElementById('apps').append(section);
  if (app.levels.length === 0) section.append(element('p', {}, ['No folder has slots.']));
  return app.levels.map((level) => {
    const view = levelView(level);
    section.append(view.article);
    return { ...view, section };
  });
});

function levelView(level) {
  const caption = element('figcaption', {});
  const boxes = level.slots.map((slot) => {
    const file = element('span', { class: 'file' });
    const box = element('div', { class: 'box' }, [
      element('span', { class: 'name' }, [slot]),
      file,
    ]);
    return { box, file, slot };
  });
  const rows = level.rows.map((row) => rowView(level, row, () => show(row)));
  const frame = element('div', { class: level.layout === null ? 'frame unrendered' : 'frame' });
  frame.append(...boxes.map(({ box }) => box));

  function show(row) {
    for (const [index, { box, file, slot }] of boxes.entries()) {
      const cell = row.cells[index];
      box.className = `box ${slot === 'children' ? 'children' : ''} ${cell ? cell.fill : ''}`;
      file.textContent = cell ? (cell.file === null ? 'missing' : cell.shown) : 'not at this URL';
    }
    caption.textContent = `At ${row.url}`;
    for (const view of rows) view.tr.toggleAttribute('data-shown', view.row === row);
    for (const view of rows) view.button.setAttribute('aria-pressed', String(view.row === row));
  }

  const article = element('article', { class: 'level' }, [
    element('h3', {}, [
      level.segment,
      element('small', {}, [level.layout ?? 'no layout, so no slot is rendered']),
    ]),
    element('div', { class: 'body' }, [
      element('figure', { class: 'drawing' }, [frame, caption]),
      element('div', { class: 'table' }, [
        element('table', {}, [
          element('thead', {}, [
            element('tr', {}, [
              element('th', { scope: 'col' }, ['URL']),
              ...level.slots.map((slot) => element('th', { scope: 'col', class: 'name' }, [slot])),
            ]),
          ]),
          element(
            'tbody',
            {},
            rows.map(({ tr }) => tr),
          ),
        ]),
      ]),
    ]),
  ]);
  show(level.rows.find(({ broken }) => broken) ?? level.rows[0]);
  return { article, level, rows };
}

function rowView(level, row, show) {
  const button = element('button', { type: 'button', class: 'url' }, [row.url]);
  button.addEventListener('click', show);
  button.addEventListener('focus', show);
  button.addEventListener('keydown', moveFocus);
  const outcome = outcomes[row.outcome];
  const tr = element('tr', { class: row.broken ? 'broken' : '' }, [
    element('th', { scope: 'row' }, [
      button,
      ...(outcome === '' ? [] : [element('span', { class: 'outcome' }, [outcome])]),
    ]),
    ...level.slots.map((slot, index) => cellView(slot, row.cells[index])),
  ]);
  tr.addEventListener('mouseenter', show);
  return { tr, row, button };
}

function cellView(slot, cell) {
  if (!cell) return element('td', { 'data-slot': slot });
  const fill = element('span', { class: `fill ${cell.fill}` }, [cell.fill]);
  return element('td', { 'data-slot': slot }, [
    element('div', {}, [fill, ...(cell.file === null ? [] : [fileView(cell)])]),
  ]);
}

function fileView({ file, shown, uri }) {
  const attributes = { class: 'file', title: file, 'data-file': file };
  if (!editor || uri === undefined) return element('span', attributes, [shown]);
  const button = element('button', { type: 'button', ...attributes }, [shown]);
  button.addEventListener('click', () => editor.postMessage({ open: uri }));
  return button;
}

/** Up and down go from URL to URL. */
function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...document.querySelectorAll('.url')].filter((button) =>
    button.checkVisibility(),
  );
  buttons[buttons.indexOf(event.currentTarget) + step]?.focus();
}

function applyFilter() {
  const terms = filter.value.toLowerCase().split(/\s+/u).filter(Boolean);
  let shown = 0;
  for (const { level, rows, article } of views) {
    const slots = level.slots.map((slot) => slot.toLowerCase());
    const slotTerms = terms.filter((term) => slots.some((slot) => slot.includes(term)));
    const wanted = slots.map(
      (slot) => slotTerms.length === 0 || slotTerms.some((term) => slot.includes(term)),
    );
    let ofLevel = 0;
    for (const { row, tr } of rows) {
      const url = row.url.toLowerCase();
      const fits = terms.every((term) => slotTerms.includes(term) || url.includes(term));
      tr.hidden = !fits || (onlyBroken.checked && !row.broken);
      if (!tr.hidden) ofLevel += 1;
    }
    // A term that is part of a URL too, `team` of `/team`, narrows no columns.
    const narrows = slotTerms.some((term) => !rows.some(({ row }) => row.url.includes(term)));
    for (const tr of article.querySelectorAll('tr')) {
      for (const [index, cell] of [...tr.children].slice(1).entries()) {
        cell.hidden = narrows && !wanted[index];
      }
    }
    article.hidden = ofLevel === 0;
    shown += ofLevel;
  }
  for (const section of new Set(views.map((view) => view.section))) {
    section.hidden = views.every((view) => view.section !== section || view.article.hidden);
  }
  const total = views.reduce((sum, { rows }) => sum + rows.length, 0);
  document.getElementById('nothing').hidden = shown > 0 || total === 0;
  document.getElementById('count').textContent =
    shown === total ? `${total} rows` : `${shown} of ${total} rows`;
}

function element(name, attributes, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Enter would load the page anew. A handler in the markup is what the page's own policy forbids.
filter.form.addEventListener('submit', (event) => event.preventDefault());
filter.addEventListener('input', applyFilter);
filter.form.addEventListener('submit', (event) => event.preventDefault());
onlyBroken.addEventListener('change', applyFilter);
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== filter) {
    event.preventDefault();
    filter.focus();
  }
});
applyFilter();
