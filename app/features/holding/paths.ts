export const adminHoldingPath = "/admin/holding";
