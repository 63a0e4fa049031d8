/**
 * Stands in for Transform Message, {@code ee:transform}, which is part of Mule EE. Begin with {@link
 * org.muletwilio.testkit.module.ee.Transform}.
 */
package org.muletwilio.testkit.module.ee;
