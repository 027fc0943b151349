import React from 'react';

export default function Layout(props: React.PropsWithChildren) {
  return props.children;
}
