import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Policy of every page: own files only, no inline script or style, not framed. HSTS only where https is sure. What a
 * browser refuses by it is told to `reportsPath`.
 */
export function securityHeaders(origin: string, reportsPath: string): MiddlewareHandler {
  const isSecure = origin.startsWith("https:");
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "blob:", "data:"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // Not report-to: every browser knows this one, without https too, and reports at once.
      reportUri: reportsPath,
    },
    xFrameOptions: "DENY",
    referrerPolicy: "strict-origin-when-cross-origin",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    strictTransportSecurity: isSecure ? "max-age=31536000; includeSubDomains" : false,
    crossOriginResourcePolicy: "same-origin",
    // A route may be stricter than the pages are: uploaded files have a policy of their own.
    overwrite: false,
  });
}
