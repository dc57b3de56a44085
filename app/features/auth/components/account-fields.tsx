import { NameAndAddressFields, type NameAndAddressFieldsProps } from "./name-and-address-fields";
import { NewPasswordField } from "./new-password-field";

/** Name, address and password of a new account. */
export function AccountFields({ values, errors }: NameAndAddressFieldsProps) {
  return (
    <>
      <NameAndAddressFields values={values} errors={errors} />
      <NewPasswordField name="password" errors={errors} />
    </>
  );
}
