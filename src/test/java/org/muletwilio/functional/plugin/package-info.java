/**
 * The plugin as users get it: its jar, its descriptor, and what Studio shows of it.
 * Begin with {@link org.muletwilio.functional.plugin.ExtensionModelTest}.
 */
package org.muletwilio.functional.plugin;
