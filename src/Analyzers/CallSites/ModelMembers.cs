using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.CallSites;

/// <summary>
/// The members of other libraries that take the id of a chat or response model: those of the OpenAI client, whose parameter is named
/// <c>model</c>, and the options of Microsoft.Extensions.AI.
/// </summary>
internal sealed class ModelMembers
{
    private const string Parameter = "model";

    private static readonly (string Type, string[] Members)[] Known =
    [
        ("OpenAI.OpenAIClient", ["GetChatClient", "GetResponsesClient", "GetOpenAIResponseClient"]),
        ("OpenAI.Chat.ChatClient", [WellKnownMemberNames.InstanceConstructorName]),
        ("OpenAI.Chat.ChatClientSettings", ["Model"]),
        ("OpenAI.Responses.OpenAIResponseClient", [WellKnownMemberNames.InstanceConstructorName]),
        ("OpenAI.Responses.ResponsesClient",
        [
            WellKnownMemberNames.InstanceConstructorName,
            "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync",
        ]),
        ("OpenAI.Responses.CreateResponseOptions", [WellKnownMemberNames.InstanceConstructorName, "Model"]),
        ("Microsoft.Extensions.AI.ChatOptions", ["ModelId"]),
    ];

    private readonly Dictionary<string, List<INamedTypeSymbol>> _typesByMember = new(StringComparer.Ordinal);

    private ModelMembers()
    {
    }

    /// <summary>The members that a compilation can see; null if it references neither library.</summary>
    public static ModelMembers? Of(Compilation compilation)
    {
        var members = new ModelMembers();
        foreach (var (name, memberNames) in Known)
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
            {
                foreach (var member in memberNames)
                {
                    members.Add(member, type);
                }
            }
        }

        return members._typesByMember.Count == 0 ? null : members;
    }

    /// <summary>The parameter of a method that takes the id.</summary>
    public IParameterSymbol? ParameterOf(IMethodSymbol method)
    {
        if (Contains(method))
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter is { Name: Parameter, Type.SpecialType: SpecialType.System_String })
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the member is one of these.</summary>
    public bool Contains(ISymbol member)
    {
        if (_typesByMember.TryGetValue(member.Name, out var types))
        {
            foreach (var type in types)
            {
                if (SymbolEqualityComparer.Default.Equals(member.ContainingType, type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Add(string member, INamedTypeSymbol type)
    {
        if (!_typesByMember.TryGetValue(member, out var types))
        {
            _typesByMember.Add(member, types = []);
        }

        types.Add(type);
    }
}
