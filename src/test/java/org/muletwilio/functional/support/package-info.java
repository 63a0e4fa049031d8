/**
 * What the functional tests of all rooms share. Begin with {@link org.muletwilio.functional.support.TestApplication}, which
 * writes applications.
 */
package org.muletwilio.functional.support;
