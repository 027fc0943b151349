import MarkdownIt from 'markdown-it';

/** A block of code on a page. */
export interface Snippet {
  readonly language: string;
  /** The file that it stands for: in brackets behind the language, or in a comment as its first line. */
  readonly file: string | undefined;
  /** Without the comment that names the file. */
  readonly code: string;
}

const markdown = new MarkdownIt();
const nameInComment = /^(?:\/\/|#) (?<file>[\w./-]*[\w-]\.\w+)\n/u;

/** The blocks of code of a page, in its order. */
export function snippetsOf(page: string): readonly Snippet[] {
  return markdown
    .parse(page.replace(/^---\n[^]*?\n---\n/u, ''), {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content }) => {
      const { language = '', title } =
        /^(?<language>\w*)(?: \[(?<title>.+)\])?$/u.exec(info.trim())?.groups ?? {};
      const comment = nameInComment.exec(content);
      return {
        language,
        file: title ?? comment?.groups?.['file'],
        code: comment ? content.slice(comment[0].length) : content,
      };
    });
}

/** The block of a page that stands for a file; with several, the one that holds a text. */
export function snippetFor(page: string, file: string, holding = ''): string {
  const found = snippetsOf(page).find(
    (snippet) => snippet.file === file && snippet.code.includes(holding),
  );
  if (!found) throw new Error(`The page has no block for ${file}.`);
  return found.code;
}
