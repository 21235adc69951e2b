namespace TypedLlm;

/// <summary>The ids of all rules. An id is never given to another rule; each has a page in <c>docs/rules</c>.</summary>
internal static class DiagnosticIds
{
    // 0xx: the chain of models.
    public const string UnknownModel = "TLLM001";
    public const string NoFallback = "TLLM002";
    public const string FallbackEqualsPrimary = "TLLM003";
    public const string PrimaryShutDown = "TLLM004";
    public const string FallbackShutDown = "TLLM005";
    public const string NoPrimary = "TLLM006";
    public const string RetiringModel = "TLLM007";
    public const string FallbackRetiresFirst = "TLLM008";
    public const string ChainLongerThanAttempts = "TLLM009";
    public const string MissingCapability = "TLLM010";
    public const string OutputLimitExceeded = "TLLM011";
    public const string ParameterRefused = "TLLM012";
    public const string ModelNotAllowed = "TLLM013";
    public const string FallbackTooDear = "TLLM014";
    public const string NoAccess = "TLLM015";
    public const string Refused = "TLLM016";
    public const string WorkloadMismatch = "TLLM017";
    public const string SameFailureDomain = "TLLM018";
    public const string UnknownChain = "TLLM019";
    public const string UnusedChain = "TLLM020";
    public const string ChainAndModels = "TLLM021";
    public const string RepeatedChain = "TLLM022";
    public const string InvalidChainDeclaration = "TLLM023";

    // 1xx: the declaration.
    public const string UnsupportedReturnType = "TLLM101";
    public const string StreamContradictsReturnType = "TLLM102";
    public const string MissingPrompt = "TLLM103";
    public const string UnsupportedParameterType = "TLLM104";
    public const string UnsupportedMember = "TLLM105";
    public const string InaccessibleEndpoint = "TLLM106";
    public const string AttributeOutsideInterface = "TLLM107";
    public const string AttributeOutsideEndpoint = "TLLM108";
    public const string NoCancellationToken = "TLLM109";
    public const string AttributeOnMemberWithBody = "TLLM110";
    public const string ClassNameTaken = "TLLM111";
    public const string SettingOutOfRange = "TLLM112";
    public const string VersionsDiffer = "TLLM113";
    public const string NeedsOtherGenerator = "TLLM114";

    // 2xx: the prompt.
    public const string UnknownPlaceholder = "TLLM201";
    public const string MalformedTemplate = "TLLM202";
    public const string UnknownPlaceholderMember = "TLLM203";
    public const string UnsupportedFormat = "TLLM204";
    public const string UnusedParameter = "TLLM205";
    public const string MissingPromptFile = "TLLM206";
    public const string PromptFileOutsideProject = "TLLM207";
    public const string TwoPrompts = "TLLM208";
    public const string BlankSystemPrompt = "TLLM209";

    // 3xx: the type of an answer.
    public const string NotExpressible = "TLLM301";
    public const string NotConstructible = "TLLM302";
    public const string SchemaLimit = "TLLM303";
    public const string NotPartial = "TLLM304";
    public const string MemberOfOtherGenerator = "TLLM305";
    public const string InvalidFamily = "TLLM306";
    public const string AnnotationWithoutEffect = "TLLM307";
    public const string WeakerAnswers = "TLLM308";
    public const string InvalidValidator = "TLLM309";
    public const string ConflictingAnnotations = "TLLM310";

    // 5xx: call sites and settings.
    public const string ShutDownModelAtCallSite = "TLLM501";
    public const string UnknownModelInSettings = "TLLM502";
    public const string Base64InFilePart = "TLLM503";
    public const string ShutDownModelInSettings = "TLLM504";

    // 6xx is taken by the rules of the tool.

    // 9xx: catalog files. TLLM900 is taken too: the targets of the package report a compiler that is too old with it.
    public const string InvalidCatalogFile = "TLLM901";
    public const string InvalidLockFile = "TLLM902";
    public const string UnknownCatalogName = "TLLM903";
    public const string InvalidOption = "TLLM904";
}
