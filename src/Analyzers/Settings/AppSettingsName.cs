using TypedLlm.Catalog;

namespace TypedLlm.Analyzers.Settings;

/// <summary>The name of a model in a settings file.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="List">The setting that lists it, such as <c>TypedLlm:Allow</c>.</param>
/// <param name="IsAsked">Whether models of the list are asked; not so for those that are denied.</param>
internal sealed record AppSettingsName(string Name, JsonPosition Position, string List, bool IsAsked);
