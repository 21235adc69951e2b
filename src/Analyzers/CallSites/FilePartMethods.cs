using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.CallSites;

/// <summary>The methods of the OpenAI client that make a part of a message of a file or image, and what else tells base64 text.</summary>
internal sealed class FilePartMethods
{
    private readonly INamedTypeSymbol? _chatPart;
    private readonly INamedTypeSymbol? _responsePart;

    private FilePartMethods(INamedTypeSymbol? chatPart, INamedTypeSymbol? responsePart, INamedTypeSymbol binaryData, INamedTypeSymbol convert)
    {
        _chatPart = chatPart;
        _responsePart = responsePart;
        BinaryData = binaryData;
        Convert = convert;
    }

    public INamedTypeSymbol BinaryData { get; }

    public INamedTypeSymbol Convert { get; }

    /// <summary>The methods that a compilation can see; null if it does not reference the client.</summary>
    public static FilePartMethods? Of(Compilation compilation)
    {
        var chatPart = compilation.GetTypeByMetadataName("OpenAI.Chat.ChatMessageContentPart");
        var responsePart = compilation.GetTypeByMetadataName("OpenAI.Responses.ResponseContentPart");
        return (chatPart ?? responsePart) is not null
            && compilation.GetTypeByMetadataName("System.BinaryData") is { } binaryData
            && compilation.GetTypeByMetadataName("System.Convert") is { } convert
            ? new FilePartMethods(chatPart, responsePart, binaryData, convert)
            : null;
    }

    public bool Contains(IMethodSymbol method) =>
        method.Name is "CreateFilePart" or "CreateImagePart" or "CreateInputFilePart" or "CreateInputImagePart"
        && (Is(method.ContainingType, _chatPart) || Is(method.ContainingType, _responsePart));

    public static bool Is(ISymbol? symbol, INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(symbol, type);
}
