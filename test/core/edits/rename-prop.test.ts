import { applyTextEdits, readModuleFromTypeScript, renameProp } from '@next-slots/core';
import ts from 'typescript';
import { expect, test } from 'vitest';

function rename(text: string, from: string, to: string): string {
  const source = ts.createSourceFile('layout.tsx', text, ts.ScriptTarget.Latest, false);
  const facts = readModuleFromTypeScript(ts, source);
  return applyTextEdits(text, renameProp('layout.tsx', text, facts, from, to));
}

const cases: readonly (readonly [name: string, before: string, to: string, after: string])[] = [
  [
    'the key, the type and every use',
    'export default ({ team }: { team: React.ReactNode }) => <A b={team}>{team}</A>;',
    'crew',
    'export default ({ crew }: { crew: React.ReactNode }) => <A b={crew}>{crew}</A>;',
  ],
  [
    'a name that is no identifier, into a quoted key and a variable',
    "export default ({ team = null }: { team?: R }) => [team, 'x'];",
    'data-grid',
    "export default ({ 'data-grid': dataGrid = null }: { 'data-grid'?: R }) => [dataGrid, 'x'];",
  ],
  [
    'a variable with a name of its own stays',
    'export default ({ team: slot }) => slot;',
    'crew',
    'export default ({ crew: slot }) => slot;',
  ],
  [
    'quoted keys keep their quotes',
    `type P = { "team": R };\nexport default (props: P) => [props['team'], props.team];`,
    "it's",
    `type P = { "it's": R };\nexport default (props: P) => [props['it\\'s'], props["it's"]];`,
  ],
  [
    'members of props',
    'export default (props) => [props.team, props?.team, props . team];',
    'crew',
    'export default (props) => [props.crew, props?.crew, props . crew];',
  ],
  [
    'members of props, to a name that is no identifier',
    "export default (props: Pick<P, 'team'>) => [props.team, props?.team];",
    'data-grid',
    "export default (props: Pick<P, 'data-grid'>) => [props['data-grid'], props?.['data-grid']];",
  ],
  [
    'an object that takes the variable by its name keeps its key',
    'export default ({ team }) => show({ team });',
    'crew',
    'export default ({ crew }) => show({ team: crew });',
  ],
  [
    'what is written to the variable',
    'export default ({ team }) => { team = team ?? null; return team; };',
    'crew',
    'export default ({ crew }) => { crew = crew ?? null; return crew; };',
  ],
  [
    'a variable that is declared elsewhere stays',
    'export default (props) => { let team; ({ team } = props); return team; };',
    'crew',
    'export default (props) => { let team; ({ crew: team } = props); return team; };',
  ],
  [
    'a name that is taken',
    "import { crew } from './crew';\nexport default ({ team }) => [team, crew];",
    'crew',
    "import { crew } from './crew';\nexport default ({ crew: crewSlot }) => [crewSlot, crew];",
  ],
  [
    'a name that is used already, since only the key was mistyped',
    'export default ({ team }) => crew;',
    'crew',
    'export default ({ crew }) => crew;',
  ],
  [
    'other variables of the same name stay',
    'export default ({ team }) => [team, rows.map((team) => team.name)];',
    'crew',
    'export default ({ crew }) => [crew, rows.map((team) => team.name)];',
  ],
  [
    'a class',
    'import { Component } from "react";\nexport default class extends Component<{ team: R }> { render() { const { team } = this.props; return [team, this.props.team]; } }',
    'crew',
    'import { Component } from "react";\nexport default class extends Component<{ crew: R }> { render() { const { crew } = this.props; return [crew, this.props.crew]; } }',
  ],
  [
    'nothing where there is no such prop',
    'export default ({ other }) => other;',
    'crew',
    'export default ({ other }) => other;',
  ],
];

test.each(cases)('renames %s', (_name, before, to, after) => {
  expect(rename(before, 'team', to)).toBe(after);
});
