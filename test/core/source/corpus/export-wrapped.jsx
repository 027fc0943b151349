import { connect } from 'store';
import { withAuth } from '@/auth';

const Layout = ({ children, session }) => <main title={session.name}>{children}</main>;

export default connect((state) => state)(withAuth(Layout, { strict: true }));
