namespace TypedLlm.Generator;

/// <summary>
/// An endpoint as its file is named. While one is renamed, two may have one name and differ in their namespace: <c>IDesk</c> in the namespace
/// <c>A</c>, and in a class <c>A</c>.
/// </summary>
/// <param name="FullName">The interface's name for people.</param>
/// <param name="Namespace">The namespace of the interface.</param>
internal readonly record struct ClientName(string FullName, string Namespace);
