import { render } from 'preact';
import { editorHost, editorPermalink, type EditorApi } from './hosts/editor-host.js';
import { embeddedHost } from './hosts/embedded-host.js';
import { servedHost } from './hosts/served-host.js';
import { Explorer } from './ui/explorer.js';
import { addressBar } from './ui/host.js';

declare const acquireVsCodeApi: (() => EditorApi) | undefined;

const root = document.getElementById('explorer');
const data = document.getElementById('apps');

if (root) {
  if (typeof acquireVsCodeApi === 'function') {
    const api = acquireVsCodeApi();
    render(<Explorer host={editorHost(api)} permalink={editorPermalink(api)} />, root);
  } else {
    const text = data?.textContent ?? '[]';
    const revision = data?.dataset['revision'];
    const host = revision === undefined ? embeddedHost(text) : servedHost(text, revision);
    render(<Explorer host={host} permalink={addressBar} />, root);
  }
}
