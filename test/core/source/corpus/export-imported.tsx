import { DashboardLayout } from '@/layouts';

export const dynamic = 'force-static';
export default DashboardLayout;
