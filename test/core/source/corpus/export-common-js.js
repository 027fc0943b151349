module.exports = function Layout({ team }) {
  return team;
};
