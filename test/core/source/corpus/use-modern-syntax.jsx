import json from './data.json' with { type: 'json' };

export default function Layout({ team, analytics, children }) {
  const [first = team, , ...others] = [json];
  const text = `${analytics}`;
  const tagged = css`color: ${children};`;
  class Local {
    static {
      this.x = first;
    }
    #secret = others;
    get secret() {
      return #secret in this && new.target;
    }
  }
  const big = 10n ** 2n;
  const found = /team/u.test(text);
  return <svg:rect xlink:href={text} a-b={<i />} {...{ tagged, big, found, Local }}>{...others}{/* no */}{}</svg:rect>;
}
