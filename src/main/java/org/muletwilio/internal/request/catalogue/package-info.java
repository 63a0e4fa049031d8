/**
 * What the API of Twilio offers: each operation with its path, parameters, types and result, as the Twilio SDK has them. Begin
 * with {@link org.muletwilio.internal.request.catalogue.Catalogue}.
 */
package org.muletwilio.internal.request.catalogue;
