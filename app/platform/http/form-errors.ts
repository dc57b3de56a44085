/** Why a field or a form was not taken: a key of the messages in locales/errors, and what the sentence needs. */
export interface FormError {
  id: string;
  values?: Record<string, string | number>;
}

export interface FormErrors {
  fields: Record<string, FormError>;
  form?: FormError;
}

/** What a form page gets back after a refusal: what was wrong and everything that was typed. */
export interface FormFailure {
  errors: FormErrors;
  values: Record<string, string>;
}

export function fieldError(field: string, id: string, values?: FormError["values"]): FormErrors {
  return { fields: { [field]: { id, ...(values ? { values } : {}) } } };
}

export function formError(id: string, values?: FormError["values"]): FormErrors {
  return { fields: {}, form: { id, ...(values ? { values } : {}) } };
}
