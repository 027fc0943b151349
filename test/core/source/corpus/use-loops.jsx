export default function Layout(props) {
  const out = [];
  for (const part of props.list) out.push(part);
  for (let i = 0; i < props.count; i++) out.push(i);
  while (props.more) break;
  outer: do {
    continue outer;
  } while (false);
  for (const key in props) out.push(props[key]);
  return out;
}
