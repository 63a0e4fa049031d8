/**
 * Downloads files from Twilio, part by part as a flow reads them. Begin with {@link
 * org.muletwilio.internal.download.DownloadOperations}.
 */
package org.muletwilio.internal.download;
