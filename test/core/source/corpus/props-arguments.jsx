export default function Layout({ children }) {
  const inner = function () {
    return arguments.length;
  };
  return [children, arguments[0].team, inner];
}
