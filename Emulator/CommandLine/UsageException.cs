namespace Ganglion.CommandLine;

/// <summary>The user asked for something that cannot be done; the message says what, and what can.</summary>
/// <param name="message">One line for people, without a full stop.</param>
internal sealed class UsageException(string message) : Exception(message);
