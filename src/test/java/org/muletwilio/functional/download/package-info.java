/** Files of messages and calls. Begin with {@link org.muletwilio.functional.download.DownloadTest}. */
package org.muletwilio.functional.download;
