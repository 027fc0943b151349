import { createElement, Fragment } from 'react';
import * as React from 'react';

export default function Layout({ children, team, analytics }) {
  return createElement(Fragment, null, children, React.createElement('aside', { team }, analytics));
}
