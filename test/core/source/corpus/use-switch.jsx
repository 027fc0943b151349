export default function Layout({ a, b, c, d }) {
  let view;
  switch (useKind()) {
    case 'a':
      view = a;
      break;
    case 'b': {
      return b;
    }
    default:
      view = c;
  }
  return view ?? d;
}
