export default /* a */ function /* b */ Layout /* c */ (/* d */ { /* e */ children /* f */, /* g */ team /* h */ } /* i */ : /* j */ { /* k */ children /* l */ : /* m */ React.ReactNode /* n */ ; /* o */ team: React.ReactNode /* p */ } /* q */) {
  return [children, team];
}
