import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Explorer } from '../ui/explorer.js';
import { CodeEditor } from './code-editor.js';
import { famousBugs, type PlaygroundExample } from './examples.js';
import { parseTree, printTree } from './file-tree.js';
import { keptPermalink, type Place } from './kept-permalink.js';
import { exampleIn, holdsApp, printApp, readApp, withApp, withoutApp } from './link.js';
import { openFolder } from './open-folder.js';
import { textApps } from './text-apps.js';

/**
 * Hears of the fragment of the link to what is shown.
 *
 * @param step - Whether the user can go back over the change.
 */
export type ChangeListener = (fragment: string, step: boolean) => void;

/** What the playground is given. */
export interface PlaygroundProps {
  /** The link that was followed; another object for each time. */
  readonly link: { readonly fragment: string };
  readonly onChange: ChangeListener | undefined;
  /** Examples besides {@link famousBugs}. */
  readonly examples: readonly PlaygroundExample[];
}

/** What stands on the left. */
interface Edited {
  readonly tree: string;
  /** Texts by path from the project's folder, also of files that the tree has no longer. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether it was read from the user's disk, and so has no place in a link. */
  readonly isOwn: boolean;
}

/** An app as text beside what the explorer shows of it. */
export function Playground({ link, onChange, examples }: PlaygroundProps) {
  const all = useMemo(() => [...famousBugs, ...examples], [examples]);
  const [edited, setEdited] = useState<Edited>();
  const [place, setPlace] = useState<Place>({ fragment: '', step: false, isOwn: true });
  /** The app as a link holds it; empty for one that no link holds. */
  const [packed, setPacked] = useState<string>();
  const apps = useMemo(textApps, []);
  useEffect(() => apps.stop, [apps]);
  const permalink = useMemo(() => keptPermalink(setPlace), []);

  useEffect(() => {
    const { fragment } = link;
    if (edited && !holdsApp(fragment)) {
      permalink.set(fragment);
      return undefined;
    }
    let wanted = true;
    void readApp(fragment).then((app) => {
      if (!wanted) return;
      const example = all.find(({ name }) => name === exampleIn(fragment)) ?? all[0];
      const files = app?.files ?? example?.files ?? {};
      permalink.set(app ? withoutApp(fragment) : (example?.fragment ?? '#'));
      setEdited(editedFrom(new Map(Object.entries(files))));
    });
    return () => {
      wanted = false;
    };
  }, [link]);

  const files = useMemo(() => edited && filesOf(edited), [edited]);
  useEffect(() => {
    if (!files) return undefined;
    const timer = setTimeout(() => {
      apps.show(files);
    }, 100);
    return () => {
      clearTimeout(timer);
    };
  }, [files]);
  useEffect(() => {
    if (!files || !edited) return undefined;
    let wanted = true;
    const printed = edited.isOwn ? '' : printApp({ files: Object.fromEntries(files) });
    void Promise.resolve(printed).then((app) => {
      if (wanted) setPacked(app);
    });
    return () => {
      wanted = false;
    };
  }, [files]);
  permalink.app = packed ?? '';
  const told = useRef(place);
  useEffect(() => {
    if (packed === undefined) return;
    const isStep = place.step && place !== told.current;
    told.current = place;
    onChange?.(withApp(packed, place.fragment), isStep);
  }, [packed, place]);

  if (!edited || !files) return <div class="slots-playground" />;
  return (
    <div class="slots-playground">
      <div class="sources">
        <div class="choices">
          <label>
            Example{' '}
            <select
              value=""
              onChange={({ currentTarget }) => {
                const example = all.find(({ name }) => name === currentTarget.value);
                currentTarget.value = '';
                if (!example) return;
                permalink.set(example.fragment);
                setEdited(editedFrom(new Map(Object.entries(example.files))));
              }}
            >
              <option value="">choose…</option>
              <ExampleGroup label="Common bugs" examples={famousBugs} />
              <ExampleGroup label="Rules" examples={examples} />
            </select>
          </label>
          <button
            type="button"
            title="Read an app from your disk. Nothing is uploaded."
            onClick={() => {
              void openFolder().then((opened) => {
                if (!opened) return;
                permalink.set('#');
                setEdited({ ...editedFrom(opened), isOwn: true });
              });
            }}
          >
            Open a folder…
          </button>
        </div>
        <h2>Files</h2>
        <CodeEditor
          label="The files of the app, as a tree"
          value={edited.tree}
          language="tree"
          onInput={(tree) => {
            setEdited({ ...edited, tree });
          }}
        />
        <Sources
          files={files}
          onInput={(path, text) => {
            setEdited({ ...edited, texts: new Map(edited.texts).set(path, text) });
          }}
        />
      </div>
      <Explorer host={apps.host} permalink={permalink} />
    </div>
  );
}

interface ExampleGroupProps {
  readonly label: string;
  readonly examples: readonly PlaygroundExample[];
}

function ExampleGroup({ label, examples }: ExampleGroupProps) {
  if (examples.length === 0) return null;
  return (
    <optgroup label={label}>
      {examples.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

function editedFrom(texts: ReadonlyMap<string, string>): Edited {
  return { tree: printTree(texts.keys()), texts, isOwn: false };
}

function filesOf({ tree, texts }: Edited): ReadonlyMap<string, string> {
  return new Map(parseTree(tree).map((path) => [path, texts.get(path) ?? '']));
}

interface SourcesProps {
  readonly files: ReadonlyMap<string, string>;
  readonly onInput: (path: string, text: string) => void;
}

/** The texts that checks read: layouts first, since they decide what becomes of slots. */
function Sources({ files, onInput }: SourcesProps) {
  const [chosen, setChosen] = useState('');
  const paths = [...files.keys()]
    .filter((path) => /\.[cm]?[jt]sx?$|\.json$/u.test(path))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const path = paths.includes(chosen) ? chosen : paths[0];
  if (path === undefined) return null;
  return (
    <>
      <label class="source">
        Source{' '}
        <select
          value={path}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value);
          }}
        >
          {paths.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <CodeEditor
        label={`The source of ${path}`}
        value={files.get(path) ?? ''}
        language="code"
        onInput={(text) => {
          onInput(path, text);
        }}
      />
    </>
  );
}

function rank(path: string): number {
  if (/(?:^|\/)layout\.\w+$/u.test(path)) return 0;
  return path.endsWith('.json') ? 2 : 1;
}
