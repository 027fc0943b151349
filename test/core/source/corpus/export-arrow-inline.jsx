export default ({ children, team }) => [children, team];
