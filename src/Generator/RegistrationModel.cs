using System.Collections.Immutable;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>An endpoint as the registration names it, both names as C# code.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Class">The generated class.</param>
internal sealed record RegistrationModel(string Interface, string Class)
{
    /// <summary>What the use of the interface would warn of.</summary>
    public EquatableArray<string> Warnings { get; init; }

    public static RegistrationModel Of(EndpointModel model) =>
        new(model.Interface, model.Namespace.Length == 0 ? $"global::{model.ClassName}" : $"global::{model.Namespace}.{model.ClassName}") { Warnings = model.Warnings };

    /// <summary>In one order, whatever the order of the files is.</summary>
    public static EquatableArray<RegistrationModel> Sort(ImmutableArray<RegistrationModel> models) =>
        EquatableArray<RegistrationModel>.From(models.Sort(static (left, right) => string.CompareOrdinal(left.Interface, right.Interface)));
}
