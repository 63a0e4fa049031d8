package org.muletwilio.testkit.work;

import org.mule.runtime.extension.api.annotation.Extension;
import org.mule.runtime.extension.api.annotation.Operations;
import org.mule.runtime.extension.api.annotation.dsl.xml.Xml;

/** Stands in for other sources of a payload, such as a file or an HTTP request: gives bytes or a stream. */
@Extension(name = "Answers")
@Xml(prefix = "answers")
@Operations(AnswerOperations.class)
public class AnswerExtension {
}
