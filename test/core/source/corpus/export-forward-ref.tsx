import React, { forwardRef } from 'react';

const Layout = forwardRef<HTMLElement, { team: React.ReactNode }>(function Inner({ team }, ref) {
  return <main ref={ref}>{team}</main>;
});
export default React.memo(Layout);
