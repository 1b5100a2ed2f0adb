/** `details` of a Status, as `metav1.StatusDetails`. */
export interface StatusDetails {
  name?: string;
  group?: string;
  /** The plural name of the resource, whatever the field is called. */
  kind?: string;
  uid?: string;
  causes?: Array<{ reason?: string; message?: string; field?: string }>;
  retryAfterSeconds?: number;
}

/** The body of every answer of a Kubernetes API server that is not an object or a list, as `metav1.Status`. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: StatusDetails;
  code?: number;
}

/** A refusal that the API server answers with its Status as the body and its code as the HTTP status. */
export class StatusError extends Error {
  readonly status: Status & { code: number };

  constructor(options: {
    code: number;
    reason: string;
    message: string;
    details?: StatusDetails;
    /** A token to read the rest of an expired list with. */
    continueToken?: string;
  }) {
    super(options.message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: options.continueToken
        ? { continue: options.continueToken }
        : {},
      status: 'Failure',
      message: options.message,
      reason: options.reason,
      ...(options.details && { details: options.details }),
      code: options.code,
    };
  }
}
