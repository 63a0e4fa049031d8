/**
 * The incoming phone numbers of the account, and its verified caller IDs. Begin with {@link
 * org.muletwilio.internal.phonenumber.PhoneNumberOperations}.
 */
package org.muletwilio.internal.phonenumber;
