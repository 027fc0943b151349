import * as R from 'react';

export default R.memo<{ team: R.ReactNode }>(({ team }) => <main>{team}</main>);
