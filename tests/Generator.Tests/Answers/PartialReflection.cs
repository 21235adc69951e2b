using System.Collections.Concurrent;
using System.Reflection;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>What can be asked of one generated <c>Partial</c>, by reflection.</summary>
internal sealed class PartialReflection
{
    private static readonly ConcurrentDictionary<Type, PartialReflection> Known = new();
    private static readonly ConcurrentDictionary<Assembly, ILookup<Type, MethodInfo>> Extensions = new();

    private readonly MethodInfo _state;
    private readonly MethodInfo? _states;
    private readonly MethodInfo? _case;

    private PartialReflection(Type partial)
    {
        Type = partial.DeclaringType!;
        var extensions = Extensions.GetOrAdd(partial.Assembly, ExtensionsOf)[partial].ToDictionary(method => method.Name);
        _state = extensions["State"];
        _states = extensions.GetValueOrDefault("States");
        _case = extensions.GetValueOrDefault("Case");
        Members = [.. partial.GetProperties().Select(shown => (shown, _states?.ReturnType.GetProperty(shown.Name), IsAtomic(Type, shown.Name)))];
    }

    /// <summary>The type that it shows.</summary>
    public Type Type { get; }

    /// <summary>What shows each member, and its state; that of a family has states of none.</summary>
    public IReadOnlyList<(PropertyInfo Shown, PropertyInfo? State, bool IsAtomic)> Members { get; }

    public bool IsFamily => _states is null;

    public static PartialReflection Of(Type partial) => Known.GetOrAdd(partial, type => new PartialReflection(type));

    public PartialState StateOf(object shown) => (PartialState)_state.Invoke(null, [shown])!;

    public object? StatesOf(object shown) => _states?.Invoke(null, [shown]);

    public string? CaseOf(object shown) => (string?)_case!.Invoke(null, [shown]);

    private static ILookup<Type, MethodInfo> ExtensionsOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { Namespace: nameof(TypedLlm), IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(method => method.Name is "State" or "States" or "Case")
        .ToLookup(method => method.GetParameters()[0].ParameterType);

    /// <summary>A parameter of a constructor may carry the attribute for its member.</summary>
    private static bool IsAtomic(Type type, string name) =>
        Array.Exists(type.GetMember(name), member => member.IsDefined(typeof(StreamAtomicAttribute)))
        || type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == name && parameter.IsDefined(typeof(StreamAtomicAttribute)));
}
